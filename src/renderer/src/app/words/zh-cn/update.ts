import type { Words } from '../words-shape.ts'

/** 从文件更新应用程序的用词。 */
export const update: Words['update'] = {
  choose: '从文件安装更新…',
  checking: '正在检查文件…',
  title: '更新 Tandem',
  text: '文件完整，并带有 Tandem 开发者的签名。',
  now: '当前版本',
  next: '文件中的版本',
  size: '大小',
  notes: '新增内容',
  after: '接下来会发生什么',
  kinds: {
    exe: 'Tandem 会保存打开的内容并退出，随后安装程序启动。请按提示操作，然后重新打开 Tandem。',
    dmg: 'Tandem 会保存打开的内容并退出，随后打开磁盘映像。请将 Tandem 拖到“应用程序”文件夹并替换旧版本，然后打开它。',
    appimage:
      'Tandem 会保存打开的内容并退出，随后打开新 AppImage 所在的文件夹。请将它移到你存放 Tandem 的位置并替换旧文件，然后打开它。',
    deb: 'Tandem 会保存打开的内容并退出，随后打开新软件包所在的文件夹。请用软件中心安装该软件包，然后重新打开 Tandem。',
  },
  data: '你的交易与程序分开保存，不受影响。',
  install: '退出并安装',
  again: '选择文件…',
  installing: '正在准备更新…',
  used: '这个文件已经用过。请重新选择。',
  refused: {
    'not-an-update': '这不是 Tandem 的更新文件。请选择你收到的、以 .tandemupdate 结尾的文件。',
    'not-signed-by-us':
      '这个文件没有 Tandem 开发者的签名，或在传递途中被更改。请不要使用它，并从 Tandem 的来源重新获取。',
    damaged: '文件已损坏或不完整。请重新复制或下载，然后再次选择。',
    'not-newer': '文件中的版本并不比已安装的版本新，无需操作。如果你需要更新的版本，请选择其他文件。',
    'other-system': '这个更新适用于其他系统或处理器。请选择适用于这台电脑的文件。',
    unreadable: '无法读取文件。请确认文件仍在原处且你有权打开它，然后重新选择。',
    'not-kept': '无法将更新写入 Tandem 的数据文件夹。请释放磁盘空间，然后重新选择文件。',
    busy: '正在导入或导出。请等它完成或将其取消，然后再次点击“退出并安装”。',
  },
}
