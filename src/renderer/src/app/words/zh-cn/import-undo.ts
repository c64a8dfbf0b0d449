import type { Words } from '../words-shape.ts'

/** 撤销整次导入的文字。 */
export const importUndo: Words['importUndo'] = {
  way: '撤销导入',
  wayOf: '撤销 {name} 的导入',
  title: '撤销 {name} 的导入？',
  looking: '正在查看会发生什么…',
  leave: '{count} 笔交易将被移除，如同从未导入。',
  back: '{count} 笔交易将恢复为导入前的内容。',
  entries: '{count} 个名录条目将被移除或恢复原样。',
  stay: '{count} 笔交易保持不变：',
  why: '{count} 笔：{why}',
  more: '{names} 以及另外 {count} 笔',
  entriesUsed: '{count} 个名录条目保留：仍在其他地方使用。',
  entriesChanged: '{count} 个名录条目保留：之后已被更改。',
  nothing: '此次导入已没有可撤销的内容。',
  noRedo: '如需恢复，请重新导入该文件。',
  did: '已导入 {name}。',
  done: '{name} 的导入。',
  job: '撤销 {name} 的导入',
  result: '{leave} 笔交易已移除，{back} 笔已恢复，{stay} 笔保持不变。',
  refused: '查看被拒绝的行',
  undone: '此次导入已撤销。',
}
