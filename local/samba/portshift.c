/*
 * LD_PRELOAD shim that lets samba listen without root: bind() to a port below 1024 (and to the global catalogue's 3268
 * and 3269) goes to port + $PORTSHIFT. getsockname() takes the shift off again, because samba decides by the local port
 * (636, 3269) whether a connection starts with TLS. cc -shared -fPIC -O2 -o portshift.so portshift.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int shift_of(void)
{
	const char *shift = getenv("PORTSHIFT");
	return shift ? atoi(shift) : 0;
}

static int is_shifted(int port)
{
	return (port > 0 && port < 1024) || port == 3268 || port == 3269;
}

/* sin_port and sin6_port lie at the same offset. */
static int is_inet(const struct sockaddr *address)
{
	return address && (address->sa_family == AF_INET || address->sa_family == AF_INET6);
}

int getsockname(int fd, struct sockaddr *restrict address, socklen_t *restrict length)
{
	int (*real)(int, struct sockaddr *restrict, socklen_t *restrict) = dlsym(RTLD_NEXT, "getsockname");
	int result = real(fd, address, length);
	if (result == 0 && is_inet(address)) {
		struct sockaddr_in *in = (struct sockaddr_in *)address;
		int port = ntohs(in->sin_port) - shift_of();
		if (is_shifted(port))
			in->sin_port = htons(port);
	}
	return result;
}

int bind(int fd, const struct sockaddr *address, socklen_t length)
{
	int (*real)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "bind");
	struct sockaddr_storage copy;
	if (!is_inet(address) || length > sizeof copy)
		return real(fd, address, length);
	memcpy(&copy, address, length);
	struct sockaddr_in *in = (struct sockaddr_in *)&copy;
	if (is_shifted(ntohs(in->sin_port)))
		in->sin_port = htons(ntohs(in->sin_port) + shift_of());
	return real(fd, (struct sockaddr *)&copy, length);
}
