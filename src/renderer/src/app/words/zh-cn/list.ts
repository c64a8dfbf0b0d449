import type { Words } from '../words-shape.ts'

/** 交易列表的文字。 */
export const list: Words['list'] = {
  inbound: { title: '入站', text: '来自 Microsoft 和合作伙伴' },
  outbound: { title: '出站', text: '由你创建' },
  favorites: { title: '收藏夹', text: '用心形标记的交易' },
  all: { title: '全部交易', text: '入站和出站' },
  columns: {
    select: '已选择',
    favorite: '收藏',
    name: '交易',
    customerName: '客户',
    status: '状态',
    attention: '剩余时间或阶段',
    sender: '来自',
    type: '类型',
    value: '金额',
    closeDate: '结束日期',
    microsoft: 'Microsoft',
    updatedAt: '更改时间',
  },
  count: '{count} 笔交易',
  countCapped: '超过 {count} 笔交易',
  sortBy: '按“{column}”排序',
  keys: '此列表的按键',
  keyMove: '移动',
  keyFavorite: '收藏',
  keyOpen: '打开',
  export: '导出',
  empty: {
    inbound: {
      title: '还没有入站交易',
      text: 'Microsoft 或合作伙伴发来的交易会显示在这里，并标明剩余的答复时间。',
    },
    outbound: {
      title: '还没有自己的交易',
      text: '你创建的交易会显示在这里，无论是独自进行、与合作伙伴还是与 Microsoft 合作。',
    },
    favorites: {
      title: '还没有收藏',
      text: '在列表或交易页面上点按心形，交易就会显示在这里。',
    },
    all: { title: '还没有交易', text: '所有交易都显示在这里，无论来自哪一方。' },
    filtered: { title: '没有符合条件的交易', text: '移除一个筛选条件以查看更多。' },
  },
  notAnswered: '未答复',
  ended: '{date} 结束',
  favoriteOn: '从收藏夹移除“{name}”',
  favoriteOff: '将“{name}”加入收藏夹',
}
