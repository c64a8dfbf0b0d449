/** Where in its data folder the application under test saves what a person would choose a place for. */
export const SAVED_FOLDER = 'saved-by-dialog'
