const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(\.|$)/i

/** Whether Windows keeps this name for a device, in any folder, with any ending; blanks before it count for nothing. */
export const isDeviceName = (name: string): boolean => DEVICE.test(name)
