/** Who we are to a system: the same in the package, or Windows shows no message of ours. */
export const APP_ID = 'app.tandem.desktop'
