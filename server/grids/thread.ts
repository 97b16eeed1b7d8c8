import { parentPort, workerData } from 'node:worker_threads'
import { featuresIn } from './features.ts'

// A damaged Shapefile may lead its reader round for ever: here it holds up nobody.
parentPort?.postMessage(featuresIn(Buffer.from(workerData as Uint8Array)))
