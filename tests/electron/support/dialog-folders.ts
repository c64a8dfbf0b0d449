/** Where in its data folder the application under test saves what a person would choose a place for. */
export const SAVED_FOLDER = 'saved-by-dialog'

/** Where in its data folder the file lies that a person would choose: the only one there. */
export const CHOSEN_FOLDER = 'chosen-by-dialog'
