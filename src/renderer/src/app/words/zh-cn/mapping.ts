import type { Words } from '../words-shape.ts'

/** 文件内容及其各列含义的文字。 */
export const mapping: Words['mapping'] = {
  holds: '文件内容',
  recognised: '已根据标题行识别。',
  unrecognised: '标题行没有说明，请选择。',
  holdsMissing: '请选择文件内容。',
  looking: '正在查看 {name}…',
  formats: {
    'partner-center-csv': '交易：合作伙伴中心批量 CSV',
    'partner-center-json': '交易：合作伙伴中心引荐 (JSON)',
    'customers-csv': '客户',
    'partners-csv': '合作伙伴',
    'solutions-csv': '解决方案',
  },
  one: {
    'partner-center-csv': '交易',
    'partner-center-json': '交易',
    'customers-csv': '客户',
    'partners-csv': '合作伙伴',
    'solutions-csv': '解决方案',
  },
  commit: {
    'partner-center-csv': '导入 {count} 笔交易',
    'partner-center-json': '导入 {count} 笔交易',
    'customers-csv': '导入 {count} 个客户',
    'partners-csv': '导入 {count} 个合作伙伴',
    'solutions-csv': '导入 {count} 个解决方案',
  },
  title: '各列对应的字段',
  remembered: '沿用上次的对应关系',
  proposed: '根据标题行建议。你的选择会保留，供相同标题行的文件使用。',
  field: '字段',
  column: '文件中的列',
  example: '示例',
  required: '必填',
  none: '文件中没有',
  missing: '请选择列。',
  emptyColumn: '空',
  unused: '未采用的列：{columns}。',
  allUsed: '所有列均已采用。',
  rules: {
    'customers-csv':
      '已有客户按 D-U-N-S 编号匹配，否则按名称、国家/地区和城市匹配。空单元格不会更改任何内容。',
    'partners-csv': '已有合作伙伴按合作伙伴 ID 匹配，否则按名称和国家/地区匹配。空单元格不会更改任何内容。',
    'solutions-csv': '已有解决方案按解决方案 ID 匹配，否则按名称匹配。空单元格不会更改任何内容。',
  },
  contact: {
    contactFirstName: '联系人：名',
    contactLastName: '联系人：姓',
    contactPhone: '联系人：电话',
    contactEmail: '联系人：电子邮件',
  },
  gb18030: '按 GB18030 读取',
  gb18030Hint: '较旧的电子表格用这种编码保存中文。',
  back: '返回',
  all: '要么全部成功，要么不变：失败时名录保持原样。',
  importPart: {
    customers: '导入客户…',
    partners: '导入合作伙伴…',
    solutions: '导入解决方案…',
  },
}
