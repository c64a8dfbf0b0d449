/** What is edited in the head of a deal's page. */
export type HeadField = 'name' | 'value' | 'closeDate'
