import type { EndpointAnswer, EndpointName } from '#shared/protocol/api/endpoints'
import type { Page } from '#shared/protocol/api/paging'

/** The number of the release that an answer was read from, null where it is about several. */
interface FromRelease {
  release: number | null
}

type Item<K extends EndpointName> = EndpointAnswer<K> extends { data: (infer T)[] } ? T : never

/** A page of a list; whoever answers adds the address of the next one. */
export type ListAnswer<K extends EndpointName> = FromRelease & Page<Item<K>>
export type ItemAnswer<K extends EndpointName> = FromRelease & { item: EndpointAnswer<K> }
