import { articleOf } from '../../regulation/citation.ts'
import { start } from '../parts/phone/start.tsx'
import { App } from './App.tsx'
import './styles/field.css'

// The regulation is read in the public door.
start('/field', { law: citation => `/regulation/${articleOf(citation)}`, matter: id => `/field/matters/${id}` }, <App />)
