/** How much of the market one page shows. */

/** Companies of a top list that gives nobody's number of places. */
export const MOST_PLACES = 200
/** Columns of a comparison. */
export const MOST_COLUMNS = 8
/** Comparisons that are ready of one of the report's matrices. */
export const MOST_PARTS = 12
/** Pairs of companies that are named of one band of the value chain. */
export const MOST_LINKS = 200
/** Companies that one can be introduced from. */
export const MOST_KNOWN = 10
/** Bars of the picture of revenue. */
export const MOST_RANKED = 60
/** Companies of the picture of revenue over the years. */
export const MOST_FOLLOWED = 16
