import type { Words } from '../words-shape.ts'

/** 产品自身以及所含第三方作品的用词。 */
export const about: Words['about'] = {
  title: '关于',
  text: '正在运行的版本。报告问题时，请附上这些信息。',
  product: '产品',
  version: '版本',
  commit: '构建来源',
  noCommit: '未记录',
  rulebook: '规则版本',
  schema: '数据库结构版本',
  host: '运行于',
  hosts: { electron: '独立窗口', loopback: '这台电脑上的浏览器' },
  runtime: '运行环境',
  copy: '复制信息',
  copied: '已复制',
  notCopied: '无法访问剪贴板。请选中这些信息后手动复制。',
  licences: '许可证',
  licencesText: 'Tandem 包含他人的作品，它们各自遵循自己的许可证。',
  find: '按名称或许可证查找',
  list: '产品组成部分',
  found: '{count} 个组成部分',
  none: '没有匹配的名称。请减少输入的字符。',
  loading: '正在加载许可证…',
  textOf: '{name} 的许可证',
  beside:
    'Chromium 汇集了众多作者的作品。它们的许可证随程序一起提供，见程序旁的 LICENSES.chromium.html 文件。',
}
