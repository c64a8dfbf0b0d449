import type { Words } from '../words-shape.ts'

/** 相似交易的文字。 */
export const twins: Words['twins'] = {
  title: '这与已有的交易相似',
  line: '{deal}：{why}',
  quiet: '可能与 {deal} 是同一笔交易：{why}',
  because: {
    'crm-id': 'CRM ID 相同',
    duns: 'D-U-N-S 编号相同',
    customer: '客户相同',
    'customer-alike': '客户名称几乎相同',
    name: '名称相近',
    value: '金额相近',
  },
  sameDay: '结束日期相同',
  apart: '结束日期相差 {count} 天',
  note: '不影响创建：如果是另一笔交易，继续即可。',
}
