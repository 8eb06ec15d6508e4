#include "tests/unit/outbox/OutboxFixture.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <grp.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kiosk::outbox {
namespace {

constexpr uid_t kioskUser = 61001;
constexpr uid_t agentUser = 61002;
constexpr uid_t stranger = 61003;
constexpr gid_t spoolGroup = 61010;

/// kiosk-app and kiosk-syncd as the units run them: two users, one group in common.
class TwoUsers : public OutboxFixture {
protected:
    void SetUp() override {
        if (::geteuid() != 0) GTEST_SKIP() << "needs root to become two users";
        ASSERT_EQ(::mkdir(m_folder.c_str(), 0700), 0);
        ASSERT_EQ(::chown(m_folder.c_str(), kioskUser, spoolGroup), 0);
        ASSERT_EQ(::chmod(m_folder.c_str(), 02750), 0);
    }
    /// The exit status of `what` run by that user in a process of its own: 0 if it says true.
    template <typename What>
    static bool as(uid_t user, std::vector<gid_t> const& groups, What const& what) {
        auto const child = ::fork();
        if (child == 0) {
            bool const ready =
                ::setgroups(groups.size(), groups.data()) == 0 && ::setgid(user) == 0 && ::setuid(user) == 0;
            ::_exit(ready && what() ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    template <typename What>
    static bool asKiosk(What const& what) {
        return as(kioskUser, {spoolGroup}, what);
    }
    template <typename What>
    static bool asAgent(What const& what) {
        return as(agentUser, {spoolGroup}, what);
    }
};

TEST_F(TwoUsers, shareTheSpoolAndNothingMore) {
    auto const sealed = next();
    EXPECT_TRUE(asKiosk([&] { return bool(open().publish(sealed.number, sealed.record, sealed.bytes)); }));

    EXPECT_TRUE(asAgent([&] {
        auto reader = OutboxReader::open(m_folder);
        auto const waiting = reader ? reader->waiting() : fail(reader.error());
        return waiting && waiting->size() == 1 && *reader->read(waiting->front()) == sealed.bytes;
    })) << "the agent reads";
    EXPECT_FALSE(asAgent([&] { return ::unlink(fileOf(sealed).c_str()) == 0; })) << "but removes nothing";
    EXPECT_FALSE(asAgent([&] { return bool(std::ofstream(m_folder / "new" / "x")); }));
    EXPECT_FALSE(asAgent([&] { return bool(std::ofstream(fileOf(sealed), std::ios::app)); }));
    EXPECT_FALSE(asAgent([&] { return ::access((m_folder / "tmp").c_str(), R_OK) == 0; }));
    EXPECT_FALSE(
        asAgent([&] { return ::rename((m_folder / "receipts/bad").c_str(), (m_folder / "receipts/x").c_str()) == 0; }));
    EXPECT_FALSE(as(stranger, {}, [&] { return ::access(m_folder.c_str(), X_OK) == 0; }));

    EXPECT_TRUE(asAgent([&] {
        auto reader = OutboxReader::open(m_folder);
        return reader && reader->deliverReceipt(envelope::signReceipt(receiptFor({sealed}), m_serverKey));
    })) << "the agent delivers";
    EXPECT_TRUE(asKiosk([&] {
        auto outbox = open();
        auto const report = settle(outbox);
        return report && report->settled == 1 && report->setAside == 0;
    })) << "the kiosk settles and clears what the other user wrote";
    EXPECT_EQ(receiptsLeft(), 0U);
}

/// What RestrictSUIDSGID= of kiosk-app's unit does to mkdir(): with a setgid mode it fails, whatever is there.
bool forbidSetgidFolders() {
#ifdef SYS_mkdir
    constexpr std::uint32_t call = SYS_mkdir;
    constexpr std::size_t mode = 1;
#else
    constexpr std::uint32_t call = SYS_mkdirat;
    constexpr std::size_t mode = 2;
#endif
    std::array filter{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 3),
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                             offsetof(seccomp_data, args) + mode * sizeof(std::uint64_t)), // the low half
        sock_filter BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, S_ISGID, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog const program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

TEST_F(TwoUsers, theKioskOpensItsSpoolUnderItsUnit) {
    EXPECT_TRUE(asKiosk([&] { return Outbox::open(m_folder).has_value(); })) << "the first time, when it is set up";
    EXPECT_TRUE(asKiosk([&] { return forbidSetgidFolders() && Outbox::open(m_folder).has_value(); }));
}

} // namespace
} // namespace kiosk::outbox
