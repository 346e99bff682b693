import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { Language } from '#shared/kernel/language'
import { PROGRAMME_FILES, type ProgrammeFile } from './programmeFiles'
import { readPublishedProgramme, speakersOfRelease, versionOfPeople } from './publishedProgramme'
import { createFileCache, type RenderedFile, renderedFile } from './renderedFiles'

export interface ProgrammeFileInput {
  slug: string
  file: ProgrammeFile
  language: Language
}

export interface PublicFile extends RenderedFile {
  /** Not for everybody: nothing in between may keep it. */
  restricted: boolean
}

const caches = new WeakMap<Deps, ReturnType<typeof createFileCache>>()

/** A file of the latest release: made once for each release and language. Errors: NOT_FOUND, NOT_RELEASED. */
export const programmeFile =
  (deps: Deps) =>
  async (actor: Actor, { slug, file, language }: ProgrammeFileInput): Promise<PublicFile> => {
    const { fair, release } = await readPublishedProgramme(deps, actor, slug)
    const people = await versionOfPeople(deps.sql, fair.id)
    const version = JSON.stringify([fair, people])
    const cache = caches.get(deps) ?? createFileCache()
    caches.set(deps, cache)
    const rendered = await cache({ key: `${fair.id}/${file}/${language}`, release, version }, async () => {
      const { publicUrl } = deps
      const speakers = await speakersOfRelease(deps.sql, fair.id, release)
      const url = `${publicUrl}/fairs/${fair.slug}/${file}?lang=${language}`
      const text = PROGRAMME_FILES[file]({ release, fair, speakers, language, publicUrl, url })
      return await renderedFile(text, deps.clock.now())
    })
    return { ...rendered, restricted: fair.archived }
  }
