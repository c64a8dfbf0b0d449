import type { Words } from '../words-shape.ts'

/** 选择、拖放和保存文件的文字。 */
export const files: Words['files'] = {
  drop: {
    title: '松开即可导入',
    text: '一个 CSV 或 JSON 文件：交易、客户、合作伙伴或解决方案。',
    one: '每次一个文件',
    oneText: '请只拖放一个 CSV 或 JSON 文件。',
  },
  refused: {
    several: 'Tandem 每次读取一个文件。请拖放或选择单个 CSV 或 JSON 文件。',
    folder: '这是文件夹。请打开它，拖放或选择其中的一个 CSV 或 JSON 文件。',
    larger: '文件超过 128 MB，请拆分。',
    unreadable: '无法读取文件：它已被移动，或你无权打开。请重新选择。',
  },
  saved: {
    downloads: '已保存到下载文件夹：{name}。',
    chosen: '已保存为 {name}。',
  },
  show: '在文件夹中显示',
  again: '再次保存',
  save: '保存',
  saveAs: '另存为…',
  notSaved: '{name} 已生成，尚未保存。',
  gone: '此文件已不再保留，请重新导出。',
  shown: '文件夹已打开过。如需再次显示，请重新保存该文件。',
  faults: {
    'save-no-room': '空间不足，无法保存文件。请释放空间，或保存到其他位置。',
    'save-denied': '无法写入该位置：位置受保护，或文件正被其他程序打开。请关闭该文件，或保存到其他位置。',
    'save-gone': '该文件夹已不存在，请选择其他文件夹。',
    'save-name': '系统不接受此文件名，请改用更短或更简单的名称。',
    'save-failed': '无法写入文件。请重试，或保存到其他位置。',
  },
}
