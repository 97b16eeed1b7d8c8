import { Gate } from '../parts/phone/Gate.tsx'
import { Notices } from '../parts/phone/Notices.tsx'
import { SignIn } from '../parts/phone/SignIn.tsx'

export const HomeSignIn = () => <SignIn door="home" />
export const HomeNotices = () => <Gate>{() => <Notices matter={id => `/matters/${id}`} />}</Gate>
