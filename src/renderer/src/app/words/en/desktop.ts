/** Words of the settings about this computer. */
export const desktop = {
  title: 'On this computer',
  text: 'What Tandem does while you are not looking at it.',
  login: 'Open when you log in',
  loginText: 'Without a window: warnings come in time.',
  refused: 'The system did not change that. Its own settings for programs that open at login decide.',
  background: 'Keep running when the window is closed',
  backgroundText: 'Its icon stays beside the clock. Quit it from there.',
  toasts: 'Show notifications of the system',
  toastsText: 'What came in, runs out or was answered. Never a name.',
  test: 'Show a test notification',
  shown: 'The system was asked to show it.',
  unsupported: 'This system shows no notifications.',
} as const
