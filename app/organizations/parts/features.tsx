/** What of a product can be compared with other products. */
import type { ProductRecord } from '@/db/records/product'
import { Cite } from './cite'
import { featureValue } from './format'

export function Features({ record: { features, sources, cites } }: { record: ProductRecord }) {
  return (
    <table className="entry-table">
      <caption className="remark">
        What can be compared with other products; a feature that no source states is left out.
        <Cite sources={sources} of={cites} />
      </caption>
      <thead>
        <tr>
          <th scope="col">Feature</th>
          <th scope="col">Value</th>
          <th scope="col" className="max-md:hidden">
            What it means
          </th>
        </tr>
      </thead>
      <tbody>
        {features.map((feature) => (
          <tr key={feature.id}>
            <th scope="row" className="w-[28%]">
              {feature.label}
            </th>
            <td className="feature-value">
              {featureValue(feature)}
              {feature.note !== null && <span>: {feature.note}</span>}
            </td>
            <td className="w-[40%] text-s max-md:hidden">{feature.meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
