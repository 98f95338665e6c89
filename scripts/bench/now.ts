/** Milliseconds on a clock that the processes of one machine share. */
export const now = () => performance.timeOrigin + performance.now()
