/** Whether the keyboard has ⌘ where others have Ctrl. */
export function isMac(browser: Navigator = navigator): boolean {
  const { userAgentData } = browser as { userAgentData?: { platform?: string } }
  return /mac|iphone|ipad/i.test(userAgentData?.platform || browser.platform)
}
