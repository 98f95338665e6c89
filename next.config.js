/** @type {import('next').NextConfig} */
export default {
  serverExternalPackages: ['better-sqlite3'],
  poweredByHeader: false,
  // What asks for an icon without reading the page asks here.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // A lock file in a folder above this one must not move the project's root.
  turbopack: { root: import.meta.dirname },
  // `npm test` checks the types of the whole tree; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
}
