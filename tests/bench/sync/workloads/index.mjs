import { crowd } from './crowd.mjs'
import { durability } from './durability.mjs'
import { fanOut } from './fanOut.mjs'
import { joinStorm } from './joinStorm.mjs'
import { manyRooms } from './manyRooms.mjs'
import { saturation } from './saturation.mjs'

export const workloads = { W1: fanOut, W2: saturation, W3: joinStorm, W4: manyRooms, W5: durability, W6: crowd }
