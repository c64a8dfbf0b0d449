/** Words of the settings about this computer. */
export const desktop = {
  title: 'On this computer',
  text: 'What Tandem does while you are not looking at it.',
  login: 'Open when you log in',
  loginText: 'Starts without a window, so that warnings come in time.',
  refused:
    'The system did not change this. Allow Tandem in its own settings, where it lists what opens at login.',
  background: 'Keep running when the window is closed',
  backgroundText: 'Its icon stays beside the clock. Quit it from there.',
  toasts: 'Show system notifications',
  toastsText: 'What came in, runs out or was answered. Never a name.',
  test: 'Show a test notification',
  shown: 'Sent to the system. Nothing to see? Allow Tandem in its notification settings.',
  unsupported: 'This system shows no notifications now. Turn them on in its settings, then try again.',
} as const
