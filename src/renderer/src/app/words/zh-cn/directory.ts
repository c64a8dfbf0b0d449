import type { Words } from '../words-shape.ts'

/** 名录的文字：客户、合作伙伴和解决方案。 */
export const directory: Words['directory'] = {
  title: '名录',
  parts: { solutions: '解决方案', partners: '合作伙伴', customers: '客户' },
  about: {
    solutions: '交易所售的内容。只有符合激励条件的交易才能注册：请在此标明哪些解决方案符合。',
    partners: '可以邀请参与交易的公司。',
    customers: '与你交易的组织。交易保留创建时的客户信息。',
  },
  search: {
    solutions: '按名称、发布者或 ID 搜索',
    partners: '按名称或合作伙伴 ID 搜索',
    customers: '按名称搜索',
  },
  add: { solutions: '添加解决方案', partners: '添加合作伙伴', customers: '添加客户' },
  edit: '编辑{name}',
  empty: { solutions: '还没有解决方案', partners: '还没有合作伙伴', customers: '还没有客户' },
  none: '没有找到',
  more: '显示前 {count} 条，请输入文字缩小范围。',
  columns: {
    name: '名称',
    kind: '类别',
    incentive: '激励',
    publisher: '发布者',
    externalId: '解决方案 ID',
    country: '国家/地区',
    partnerId: '合作伙伴 ID',
    address: '地址',
    addressLine2: '地址第二行',
    postalCode: '邮政编码',
    city: '城市',
    state: '省/州',
    duns: 'D-U-N-S 编号',
  },
  noIncentive: '无',
  incentiveHint: '合作伙伴中心会随解决方案显示。',
  nameMissing: '请填写名称。',
  countryMissing: '请选择国家/地区。',
  dunsDigits: 'D-U-N-S 编号为九位数字。',
  externalIdTaken: '另一个解决方案已使用此 ID。',
}
