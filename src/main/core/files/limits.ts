/*
 * What a file that comes in may hold at most, and what reading it may take. The one home of these limits; the reasons
 * are in docs/adr.
 */

/** Largest file taken in, in bytes: 100,000 rows of Partner Center are some 40 MB. */
export const MOST_FILE_BYTES = 128 * 1024 * 1024

/** Of a table: rows below the header, columns, characters in a cell. */
export const MOST_ROWS = 100_000
export const MOST_COLUMNS = 300
export const MOST_CELL_CHARACTERS = 32_767

/** Of a JSON file, which has to be read whole: bytes, levels, values. */
export const MOST_JSON_BYTES = 20 * 1024 * 1024
export const MOST_JSON_DEPTH = 32
export const MOST_JSON_VALUES = 200_000

/**
 * Memory of the thread that reads, in megabytes: beyond it the thread ends, and nothing else does. 100,000 rows compared
 * with each other hold some 170; near the cap V8 would do little but collect.
 */
export const READING_HEAP_MB = 512
/** How long that thread may show no sign of life, in milliseconds. */
export const READING_SILENCE_MS = 30_000
