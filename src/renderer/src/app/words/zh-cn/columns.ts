import type { Words } from '../words-shape.ts'

/** 选择列表的列的文字。 */
export const columns: Words['columns'] = {
  button: '列',
  title: '此列表的列',
  always: '始终显示',
  up: '将“{column}”上移',
  down: '将“{column}”下移',
  drag: '拖动到其他位置',
  keys: '移动',
  reset: '恢复默认',
  moved: '“{column}”是第 {place} 列，共 {of} 列。',
}
