import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Container } from '#server/container'
import type { FairChanges, PublishedChanges } from '#server/services/changes/fairChanges'
import { type AtomEntry, atomOf, escapeXml } from '#shared/exchange/atom'
import { fairAddress } from '#shared/exchange/schedule/addresses'
import { translatorFor } from '#shared/i18n/catalogues'
import { type ChangedThing, releaseChangeWords } from '#shared/i18n/releaseChangeWords'
import type { Translate } from '#shared/i18n/translator'
import { AppError } from '#shared/kernel/errors'
import { type Language, localise } from '#shared/kernel/language'
import { identify } from '../identify'
import { feedLanguage } from './feedLanguage'

/** Feed readers look every few minutes to hours: the newest releases are all that they need. */
const RELEASES = 30
/** Things named in one entry, of each kind. */
const NAMED = 50

/** `/fairs/:slug/changes.atom`: what changed from release to release. */
export const changesAtom =
  ({ deps, services }: Container): RequestHandler =>
  (request, response, next) => {
    const language = feedLanguage(request)
    identify(services, request)
      .then(({ actor }) => services.changes.fairChanges(actor, { slug: request.params.slug ?? '', size: RELEASES }))
      .then((changes) => {
        const body = feedOf(changes, language, deps.publicUrl)
        response.set({
          'Content-Type': 'application/atom+xml; charset=utf-8',
          'Cache-Control': changes.fair.archived ? 'private, no-cache' : 'public, no-cache',
          'Access-Control-Allow-Origin': '*',
          'Cross-Origin-Resource-Policy': 'cross-origin',
          Vary: 'Accept-Language, Accept-Encoding, Cookie',
          ETag: `"${createHash('sha256').update(body).digest('base64url')}"`,
        })
        // Express answers 304 where the reader has this already.
        response.send(body)
      })
      .catch(next)
  }

/** Errors: NOT_FOUND before the first release. */
function feedOf({ fair, releases, changedAt }: FairChanges, language: Language, publicUrl: string): string {
  if (!changedAt || releases.length === 0) throw new AppError('NOT_FOUND', { detail: 'nothing published' })
  const t = translatorFor(language)
  const name = localise(fair.name, language)
  const url = `${fairAddress(publicUrl, language, fair.slug)}/changes`
  const id = `${tagOf(publicUrl)}:fairs/${fair.id}/changes`
  const timeZone = fair.timeZone
  return atomOf({
    id,
    title: t('changes:feed.title', { fair: name }),
    subtitle: t('changes:description', { fair: name }),
    language,
    self: `${publicUrl}/fairs/${fair.slug}/changes.atom?lang=${language}`,
    url,
    author: name,
    updated: changedAt,
    entries: releases.map((release) => entryOf(t, release, { id, url, language, timeZone })),
  })
}

/** RFC 4151: an id that stays when addresses change; the day is that of the house, any of ours would do. */
const tagOf = (publicUrl: string): string => `tag:${new URL(publicUrl).hostname},2026`

interface EntryNeeds {
  id: string
  url: string
  language: Language
  timeZone: string
}

function entryOf(t: Translate, release: PublishedChanges, { id, url, ...reader }: EntryNeeds): AtomEntry {
  const { number, note, publishedAt } = release
  const words = releaseChangeWords(t, release, reader)
  return {
    id: `${id}/${number}`,
    title: t('changes:feed.entry', { number, summary: words.summary.join(' · ') }),
    url: `${url}#release-${number}`,
    updated: publishedAt,
    html: [
      ...(note === '' ? [] : [`<blockquote>${escapeXml(note).replaceAll('\n', '<br>')}</blockquote>`]),
      `<ul>${words.summary.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul>`,
      ...listOf(t('changes:talksTitle'), words.talks),
      ...listOf(t('changes:boothsTitle'), words.booths),
    ].join('\n'),
  }
}

function listOf(title: string, things: readonly ChangedThing[]): string[] {
  if (things.length === 0) return []
  const items = things.slice(0, NAMED).map(({ name, what, now, was }) => {
    const times = [now, was].filter((line) => line !== null).map((line) => `<br>${escapeXml(line)}`)
    return `<li><strong>${escapeXml(name)}</strong> ${escapeXml(what)}${times.join('')}</li>`
  })
  return [`<h3>${escapeXml(title)}</h3>`, `<ul>${items.join('')}</ul>`]
}
