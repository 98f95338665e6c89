/** Whether single letters are keys, as this browser remembers it: those who speak to their machine, or press keys by mistake, can switch them off. */
export const SINGLE_KEYS = 'keys.single'
