import { parentPort, workerData } from 'node:worker_threads'
import { weigh, type Weighing } from './weigh.ts'

parentPort?.postMessage(weigh(workerData as Weighing))
