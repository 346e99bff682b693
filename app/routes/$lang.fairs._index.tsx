import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { readingOf } from '~/services/visit.server'

/** The list of fairs is each language's first page. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/${readingOf(params).lang}`)
