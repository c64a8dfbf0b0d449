import type { Locale } from '#shared/domain/settings.ts'

/** What a person is told when the application cannot start: before there is a screen to say it on. */
const WORDS = {
  en: {
    BUSY: 'Tandem is already open with this data folder. Use the window that is open, or close it first.',
    READ_ONLY:
      'This data folder cannot be used: it is not writable, or a newer Tandem wrote it. Choose another with --data-dir, or update Tandem.',
    OTHER:
      'Tandem could not start. Restart the computer; if that does not help, restore a backup of the data folder.',
  },
  'zh-CN': {
    BUSY: 'Tandem 已在使用此数据文件夹。请使用已打开的窗口，或先将其关闭。',
    READ_ONLY:
      '无法使用此数据文件夹：它不可写，或由更新版本的 Tandem 写入。请用 --data-dir 选择其他文件夹，或更新 Tandem。',
    OTHER: 'Tandem 无法启动。请重新启动电脑；如果仍然不行，请恢复数据文件夹的备份。',
  },
} as const

/** The sentence for an error code. */
export function startWords(code: string, locale: Locale): string {
  const words = WORDS[locale]
  return code === 'BUSY' || code === 'READ_ONLY' ? words[code] : words.OTHER
}
