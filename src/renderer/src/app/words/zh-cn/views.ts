import type { Words } from '../words-shape.ts'

/** 列表的已保存视图的文字。 */
export const views: Words['views'] = {
  label: '视图',
  all: '全部',
  counted: '{name}（{count}）',
  more: '另外 {count} 个',
  changed: '与保存的不同',
  save: '保存此视图',
  saveChanges: '保存更改',
  savedChanges: '“{name}”已按当前显示保存。',
  saveAs: '另存为视图…',
  rename: '重命名…',
  delete: '删除…',
  actions: '视图“{name}”的更多操作',
  name: '名称',
  nameMissing: '请输入名称。',
  nameTaken: '此列表已有同名视图。',
  titles: {
    save: '保存此视图',
    rename: '重命名“{name}”',
    delete: '删除视图“{name}”？',
  },
  texts: {
    save: '保存你看到的筛选条件、顺序和列。',
    rename: '只更改名称。',
    delete: '交易保持不变。当前显示的内容也保留，只是不再有名称。',
  },
  submit: { save: '保存', rename: '重命名', delete: '删除视图' },
}
