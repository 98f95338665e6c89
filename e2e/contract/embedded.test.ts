import { EmbeddedEngine } from '@/db/search/embedded'
import type { OpenEngine } from './fixture'
import { engineFollowsData } from './follows'
import { engineContract } from './suite'

const open: OpenEngine = (dataFolder) => new EmbeddedEngine(dataFolder)

engineContract('the embedded engine', open)
engineFollowsData('the embedded engine', open)
