/** The two channels between a page and the Electron host. Free of any import: the preload carries nothing else. */
export const CALL_CHANNEL = 'tandem:call'
export const EVENT_CHANNEL = 'tandem:event'
