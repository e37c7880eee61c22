export { assertMinted, type ReservationToken } from "./reservation-token";
