//! People: who takes over, who can be reached, on whom alone something rests, who has left.

mod leaver_holds;
mod no_backup_admin;
mod no_representative;
mod own_infra_contact;
mod spof_service;

pub(super) use leaver_holds::LEAVER_HOLDS;
pub(super) use no_backup_admin::NO_BACKUP_ADMIN;
pub(super) use no_representative::NO_REPRESENTATIVE;
pub(super) use own_infra_contact::OWN_INFRA_CONTACT;
pub(super) use spof_service::SPOF_SERVICE;
