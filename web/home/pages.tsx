import { Gate } from '../parts/phone/Gate.tsx'
import { Notices } from '../parts/phone/Notices.tsx'
import { Safety } from '../parts/phone/Safety.tsx'
import { SignIn } from '../parts/phone/SignIn.tsx'

export const HomeSignIn = () => <SignIn door="home" />
export const HomeSafety = () => <Gate>{() => <Safety />}</Gate>
export const HomeNotices = () => <Gate>{() => <Notices matter={id => `/matters/${id}`} />}</Gate>
