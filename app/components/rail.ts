/** The id of the filters, which buttons elsewhere open as a sheet. */
export const RAIL_ID = 'filters'
