import './styles/index.css'
import figtree from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPage } from './components/ErrorPage'
import { useNonce } from './lib/nonce'
import { pageOf } from './lib/page'

export const meta: MetaFunction = () => [{ title: 'Beursvloer' }]

/** With the style sheet, not after it: words that are set anew push the page about. */
export const links: LinksFunction = () => [
  { rel: 'preload', href: figtree, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
]

export function loader({ context }: LoaderFunctionArgs) {
  const { actor, islands, demo } = context
  return {
    person: actor.accountId ? { accountId: actor.accountId, name: actor.name, demo: actor.demo } : null,
    islands,
    demo,
  }
}

/** Pages say by their `handle` whether they need React in the browser; visitors' pages do with small scripts, or none. */
export function Layout({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const nonce = useNonce()
  const page = pageOf(useMatches())
  const root = useRouteLoaderData<typeof loader>('root')
  const islands = root?.islands ?? {}
  // Signing out, from any page, clears what the editor keeps on this device.
  const scripts = root?.person ? [...page.islands, 'signOut'] : page.islands
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip-link" href="#content">
          {t('skipToContent')}
        </a>
        {children}
        {page.hydrate ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : (
          scripts.map((name) => islands[name] && <script key={name} type="module" src={islands[name]} nonce={nonce} />)
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
