import { EmbeddedEngine } from '@/db/search/embedded'
import { engineContract } from './suite'

engineContract('the embedded engine', (dataFolder) => new EmbeddedEngine(dataFolder))
