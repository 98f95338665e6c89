/** How numbers, amounts and places are written on every screen. */
import type { Headquarters } from '@/db/answer'

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const fraction = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })
const threeDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })
const fourDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 })

/** A whole number with its thousands apart: "4,800". */
export const count = (value: number) => whole.format(value)

/** A number with its noun: "1 company", "26 companies". */
export const counted = (value: number, one: string, many: string) => `${count(value)} ${value === 1 ? one : many}`

/** An amount of money as tables have it: in millions, "81,180" or "57.4". */
export function millions(amount: number): string {
  const value = amount / 1e6
  return Math.abs(value) >= 1000 ? whole.format(value) : fourDigits.format(value)
}

/** An amount of money as a sentence has it: "USD 1.77 billion", "USD 55,000". */
export function money(amount: number, currency: string): string {
  const size = Math.abs(amount)
  if (size >= 1e9) return `${currency} ${fourDigits.format(amount / 1e9)} billion`
  if (size >= 1e6) return `${currency} ${threeDigits.format(amount / 1e6)} million`
  return `${currency} ${fraction.format(amount)}`
}

/** How countries and their regions are called, which a vocabulary knows. */
interface PlaceNames {
  countryName(code: string): string
  regionName(country: string, region: string): string
}

/** A place as a table has it: "Mountain View, CA" in the United States, else city and country; the region's name where no city is known. */
export function headquarters({ city, region, country }: Headquarters, names: PlaceNames): string {
  if (city === null) return region === null ? names.countryName(country) : names.regionName(country, region)
  return `${city}, ${country === 'US' && region !== null ? region : names.countryName(country)}`
}
