// SPDX-License-Identifier: Apache-2.0
#ifndef BARE_CPOSTGRES_SHIM_H
#define BARE_CPOSTGRES_SHIM_H

#include <postgresql/libpq-fe.h>

#endif
