/** The page of a failure, whole in itself: it needs neither the directory nor a script nor a file beside it, for any of them may have failed. */
import { ROOMS } from '@/app/components/rooms'
import type { Theme } from '@/app/components/theme'
import type { Problem } from '@/db/problem'
import { MAX_TEXT } from '@/db/question'
import { escapeHtml } from '@/db/search/highlight'
import { FAILED, MEANS, TERMINAL } from './failure-words'

/** @param problem What a person can mend, where that is what failed. */
export function failurePage(theme: Theme, problem: Problem | undefined): string {
  const [what, remedy] = problem === undefined ? [MEANS, `${TERMINAL}.`] : [problem.message, problem.remedy]
  return `<!DOCTYPE html>
<html lang="en"${theme === 'system' ? '' : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Error · Tierbook</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<a class="name" href="/">Tierbook</a>
<nav aria-label="Main">${ROOMS.map(({ path, name }) => `<a href="${path}">${name}</a>`).join(' ')}</nav>
</header>
<main>
<p class="kind">Error</p>
<h1>${FAILED}</h1>
<p>${escapeHtml(what)}</p>
<p>${escapeHtml(remedy)}</p>
<p><a class="again" href="">Try again</a></p>
<form action="/">
<label for="look-for">Search the directory</label>
<div><input id="look-for" type="search" name="q" maxlength="${MAX_TEXT}"><button type="submit">Search</button></div>
</form>
</main>
</body>
</html>
`
}

/** The few values of app/globals.css and frame.css that this page needs. */
const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c1a17, #ece8df); --ink-2: light-dark(#57524a, #b4ae9f); --ink-3: light-dark(#6b665b, #9a9486);
  --accent: light-dark(#9a3412, #f0a27a); --edge: light-dark(#8f887a, #706b5f); --rule: light-dark(#e4e0d6, #2e2c27);
  background: light-dark(#fcfbf8, #171614); color: var(--ink); }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
body { margin: 0; font: 0.8125rem / 1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.375rem; min-height: 2.875rem; padding: 0.375rem 1rem; border-bottom: 1px solid var(--rule); }
header a { color: var(--ink-2); text-decoration: none; }
nav { display: flex; flex-wrap: wrap; margin-left: -0.5rem; }
nav a { padding: 0.25rem 0.5rem; }
nav a:hover { color: var(--ink); }
.name { padding: 0.25rem 0; color: var(--ink); font: 600 1.25rem / 1 Georgia, serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1rem 4rem; color: var(--ink-2); }
p { margin: 0.75rem 0 0; overflow-wrap: anywhere; }
.kind { margin: 0; color: var(--ink-3); font-size: 0.75rem; }
h1 { margin: 0.25rem 0 0; color: var(--ink); font: 600 1.875rem / 1.25 Georgia, serif; }
label { display: block; margin: 2rem 0 0.25rem; font-size: 0.75rem; font-weight: 600; }
form div { display: flex; gap: 0.5rem; }
input { flex: 1; min-width: 0; height: 2.25rem; padding: 0 0.625rem; font-size: 1rem; }
input, button { border: 1px solid var(--edge); border-radius: 4px; background: light-dark(#ffffff, #1e1d1a); color: inherit; }
button { padding: 0 0.75rem; font: inherit; font-size: 0.75rem; cursor: pointer; }
.again { display: inline-flex; align-items: center; min-height: 1.75rem; margin-top: 0.75rem; padding: 0 0.75rem; border-radius: 4px;
  background: var(--accent); color: light-dark(#ffffff, #1c1a17); font-size: 0.75rem; font-weight: 600; text-decoration: none; }
`
