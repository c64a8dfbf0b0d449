/** Why a file could not be written where it should be: no room, not allowed or in use, folder gone, name not possible. */
export const SAVE_FAULTS = ['save-no-room', 'save-denied', 'save-gone', 'save-name', 'save-failed'] as const
export type SaveFault = (typeof SAVE_FAULTS)[number]
