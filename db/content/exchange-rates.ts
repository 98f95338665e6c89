/** exchange-rates.yaml: what amounts are converted to USD with. */
import { z } from 'zod'
import { currency, distinct, sourceId, sources, text } from './shapes'

const rates = z.record(z.string().regex(/^\d{4}$/, 'is not a year'), z.record(currency, z.number().positive()))

export const exchangeRatesSchema = z
  .strictObject({
    sources,
    unitsPerUsd: rates,
    usdPerUnit: rates,
    currencySources: z.record(currency, distinct(sourceId).min(1)),
    notes: z.record(currency, text).exactOptional(),
  })
  .superRefine((file, context) => {
    const complain = (path: PropertyKey[], input: unknown, message: string) => context.addIssue({ code: 'custom', path, input, message })
    const seen = new Set<string>()
    for (const quoted of ['unitsPerUsd', 'usdPerUnit'] as const) {
      for (const [year, row] of Object.entries(file[quoted])) {
        for (const [code, rate] of Object.entries(row)) {
          if (seen.has(`${code} ${year}`)) complain([quoted, year, code], rate, 'has a rate of this year already')
          if (!file.currencySources[code]) complain([quoted, year, code], rate, 'has no sources under currencySources')
          seen.add(`${code} ${year}`)
        }
      }
    }
    for (const [code, cited] of Object.entries(file.currencySources)) {
      cited.forEach((id, index) => {
        if (!file.sources[id]) complain(['currencySources', code, index], id, 'is not among the sources')
      })
    }
  })

export type ExchangeRates = z.infer<typeof exchangeRatesSchema>

/** One rate as it is used and as its source prints it. */
export interface Rate {
  currency: string
  year: number
  usdPerUnit: number
  rate: number
  quoted: 'usdPerUnit' | 'unitsPerUsd'
}

/** Every rate of the file, by currency and year. */
export function listRates(file: ExchangeRates): Rate[] {
  const list: Rate[] = []
  for (const quoted of ['unitsPerUsd', 'usdPerUnit'] as const) {
    for (const [year, row] of Object.entries(file[quoted])) {
      for (const [code, rate] of Object.entries(row)) {
        list.push({ currency: code, year: Number(year), usdPerUnit: quoted === 'usdPerUnit' ? rate : 1 / rate, rate, quoted })
      }
    }
  }
  return list.sort((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : a.year - b.year))
}

/** Converts to USD with the rate of a year, else of the nearest year that has one, of two as near the earlier. */
export class Converter {
  readonly #rates = new Map<string, Rate[]>()

  constructor(file: ExchangeRates) {
    for (const rate of listRates(file)) this.#rates.set(rate.currency, [...(this.#rates.get(rate.currency) ?? []), rate])
  }

  /** @returns the amount in USD, to the cent, or null for a currency that has no rate at all. */
  toUsd(amount: number, code: string, year: number): number | null {
    const rate = this.rate(code, year)
    return rate === null ? null : Math.round(amount * rate.usdPerUnit * 100) / 100
  }

  /** The rate that converts amounts of a year; USD itself needs none. */
  rate(code: string, year: number): Pick<Rate, 'usdPerUnit' | 'year'> | null {
    if (code === 'USD') return { usdPerUnit: 1, year }
    const rates = this.#rates.get(code) ?? []
    const distance = (rate: Rate) => Math.abs(rate.year - year)
    return rates.reduce<Rate | null>((best, rate) => (best === null || distance(rate) < distance(best) ? rate : best), null)
  }
}
