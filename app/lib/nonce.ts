import { createContext, useContext } from 'react'

/** The page's CSP nonce; known on the server only, since browsers hide it. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = () => useContext(NonceContext)
