/** The rule by which tiers are computed, as db/content/tier.ts applies it. */

export function TierRule() {
  return (
    <>
      <h3>The rule</h3>
      <p className="sheet-note">
        A tier is computed and never typed. The first of these that a company has decides, and the reason with its source goes with the tier
        wherever it is shown. Only revenue of the whole company counts, and no forecast; other currencies are converted at the rate of the
        fiscal year.
      </p>
      <ol className="rule">
        <li>The newest full year of 2000 to 2003; of two figures for one year the reported one.</li>
        <li>The newest part of a year of 2000 to 2003, scaled to a year.</li>
        <li>A full year outside 2000 to 2003, the nearest to 2002.</li>
        <li>The number of employees.</li>
        <li>Nothing: the company is not rated.</li>
      </ol>
      <p className="sheet-note">
        A figure of the first kind that was not reported, and all of the second to fourth, make a tier an estimate.
      </p>
    </>
  )
}
