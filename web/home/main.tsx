import { articleOf } from '../../regulation/citation.ts'
import { start } from '../parts/phone/start.tsx'
import { App } from './App.tsx'
import './styles/home.css'

start('', { law: citation => `/regulation/${articleOf(citation)}`, matter: id => `/matters/${id}` }, <App />)
