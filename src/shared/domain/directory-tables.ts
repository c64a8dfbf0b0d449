/** Tables of directory entries that can be imported, one kind of entry each. */
export const DIRECTORY_FORMATS = ['customers-csv', 'partners-csv', 'solutions-csv'] as const
export type DirectoryFormat = (typeof DIRECTORY_FORMATS)[number]

/** What a column of such a table can be, in the order a person is asked. */
export const DIRECTORY_FIELDS = {
  'customers-csv': ['name', 'country', 'city', 'addressLine1', 'addressLine2', 'postalCode', 'state', 'duns'],
  'partners-csv': [
    'name',
    'country',
    'partnerId',
    'contactFirstName',
    'contactLastName',
    'contactPhone',
    'contactEmail',
  ],
  'solutions-csv': ['name', 'externalId', 'kind', 'publisher', 'incentive'],
} as const satisfies Record<DirectoryFormat, readonly string[]>
export type DirectoryField = (typeof DIRECTORY_FIELDS)[DirectoryFormat][number]

/** Every field there is, each once. */
export const ALL_DIRECTORY_FIELDS: readonly DirectoryField[] = [
  ...new Set(Object.values(DIRECTORY_FIELDS).flat()),
]

/** Fields without which a row is no entry. */
export const REQUIRED_FIELDS: Record<DirectoryFormat, readonly DirectoryField[]> = {
  'customers-csv': ['name', 'country'],
  'partners-csv': ['name', 'country'],
  'solutions-csv': ['name'],
}

/** Which column of a file, by its header, fills which field. */
export type ColumnMapping = { readonly [F in DirectoryField]?: string }

/** How the bytes of a table are read: as Unicode, or by the older Chinese standard where somebody asks for it. */
export const TABLE_ENCODINGS = ['unicode', 'gb18030'] as const
export type TableEncoding = (typeof TABLE_ENCODINGS)[number]
