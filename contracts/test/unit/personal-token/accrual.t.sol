// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {StreamTest} from "../../utils/StreamTest.sol";

contract AccrualTest is StreamTest {
    uint256 private constant TOUCHES = 6;
    uint256 private constant QUARTER = 250_000e18;

    PersonalToken private token;
    uint256 private start;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        start = block.timestamp;
    }

    /// @dev Ada pays 10 in over 100 seconds, and 30 of them pass: 3 accrued, 7 are left.
    function _stream() private {
        _realizeOver(token, ada, 10 ether, 100);
        skip(30);
    }

    function _expectAccrual() private {
        _expectAccrued(token, _perShare(3 ether, MILLION), 7 ether, MILLION);
    }

    function _assertAccrued() private view {
        _assertStream(token, 7 ether, start + 30, start + 100);
        assertEq(token.incomePerShare(), _perShare(3 ether, MILLION), "income per share");
    }

    function testFuzz_Views(uint256 amount, uint256 duration, uint256 elapsed, uint256 later) external {
        amount = bound(amount, 1, MAX_INCOME);
        duration = bound(duration, 1, MAX_DURATION);
        elapsed = bound(elapsed, 0, duration - 1);
        later = bound(later, elapsed, duration - 1);
        vm.deal(ada, amount);
        vm.prank(ada);
        token.transfer(ben, QUARTER);
        _realizeOver(token, ada, amount, duration);
        skip(elapsed);

        uint256 perShare = _perShare(amount * elapsed / duration, MILLION);
        assertEq(token.incomePerShare(), perShare, "income per share");
        assertEq(token.claimable(ben), _part(QUARTER, perShare), "a quarter");
        assertEq(token.claimable(ada), _part(3 * QUARTER, perShare), "the rest");
        uint256 perShareLater = _perShare(amount * later / duration, MILLION);
        assertEq(token.claimableAt(ben, start + later), _part(QUARTER, perShareLater), "later");
        _assertStream(token, amount, start, start + duration);
    }

    function testFuzz_Views_BeforeAndAfter(uint256 before, uint256 afterwards) external {
        before = bound(before, 0, start + 30);
        afterwards = bound(afterwards, start + 100, type(uint256).max);
        _stream();
        token.claim(ada);
        assertEq(token.claimableAt(ada, before), 0, "as of the last accrual");
        assertApproxEqAbs(token.claimableAt(ada, afterwards), 7 ether, 1, "as of the end");
        assertEq(token.claimableAt(ada, afterwards), token.claimableAt(ada, start + 100), "and no more");
    }

    function test_Transfer() external {
        _stream();
        _expectAccrual();
        vm.prank(ada);
        token.transfer(ben, QUARTER);
        _assertAccrued();
        assertEq(token.claimable(ben), 0, "nothing of it for the new holder");
        assertApproxEqAbs(token.claimable(ada), 3 ether, 2, "all of it for the old one");
    }

    function test_Claim() external {
        _stream();
        uint256 due = _part(MILLION, _perShare(3 ether, MILLION));
        _expectAccrual();
        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(ada, ada, due);
        assertEq(token.claim(ada), due, "what accrued");
        _assertAccrued();
        assertEq(token.accounted(), 10 ether - due, "held for the holders");
        assertEq(ada.balance, 990 ether + due, "paid");
    }

    function test_HarvestByANetwork() external {
        INetworkToken network = _formWith(token, ada, QUARTER);
        _stake(network, 0, token, ada, QUARTER, ada);
        _stream();
        uint256 due = _part(QUARTER, _perShare(3 ether, MILLION));
        _expectAccrual();
        vm.expectEmit(address(network));
        emit IEquityToken.Harvested(address(token), due);
        assertEq(network.harvest(address(token)), due, "a quarter of what accrued");
        _assertAccrued();
    }

    function test_HarvestOfAnotherToken() external {
        PersonalToken benToken = _launch(ben, "BEN");
        vm.prank(ada);
        token.allowDeposit(address(benToken));
        vm.prank(ben);
        benToken.transfer(address(token), MILLION / 2);
        _realize(benToken, ben, 8 ether);
        uint256 harvested = benToken.claimable(address(token));

        _stream();
        _expectAccrual();
        _expectAccrued(token, _perShare(3 ether, MILLION) + _perShare(harvested, MILLION), 7 ether, MILLION);
        assertEq(token.harvest(address(benToken)), harvested, "half of the other gain");
        _assertStream(token, 7 ether, start + 30, start + 100);
    }

    function test_Distribute() external {
        _stream();
        _expectAccrual();
        _expectAccrued(token, _perShare(3 ether, MILLION) + _perShare(1 ether, MILLION), 7 ether, MILLION);
        token.distribute{value: 1 ether}(1 ether, "");
        _assertStream(token, 7 ether, start + 30, start + 100);
    }

    function test_TransferOfZero() external {
        _stream();
        vm.recordLogs();
        vm.prank(ada);
        token.transfer(ben, 0);
        assertEq(_countOf(address(token), IEquityToken.Accrued.selector), 0, "nothing divided");
        _assertStream(token, 10 ether, start, start + 100);
    }

    function testFuzz_ManyTouches(uint256 amount, uint256 duration, uint256[TOUCHES] memory waits) external {
        amount = bound(amount, 1, MAX_INCOME);
        duration = bound(duration, TOUCHES, MAX_DURATION);
        vm.deal(ada, amount);
        _realizeOver(token, ada, amount, duration);
        uint256 end = start + duration;
        (uint256 left, uint256 last, uint256 perShare) = (amount, start, 0);
        for (uint256 i = 0; i < TOUCHES; ++i) {
            skip(bound(waits[i], 0, duration / TOUCHES));
            uint256 accrued = left == 0 ? 0 : left * (block.timestamp - last) / (end - last);
            if (accrued != 0) (left, last) = (left - accrued, block.timestamp);
            perShare += _perShare(accrued, MILLION);
            if (accrued != 0) _expectAccrued(token, perShare, left, MILLION);
            vm.prank(ada);
            token.transfer(ben, 1);
            _assertStream(token, left, last, end);
            assertEq(token.incomePerShare(), perShare, "income per share");
        }
    }

    /// @dev 10 wei over 1,000 seconds: a wei each 100 seconds.
    function test_LessThanAWei() external {
        _realizeOver(token, ada, 10, 1000);
        skip(99);
        vm.recordLogs();
        vm.prank(ada);
        token.transfer(ben, QUARTER);
        assertEq(_countOf(address(token), IEquityToken.Accrued.selector), 0, "nothing accrued");
        _assertStream(token, 10, start, start + 1000);

        skip(1);
        _expectAccrued(token, _perShare(1, MILLION), 9, MILLION);
        vm.prank(ada);
        token.transfer(ben, QUARTER);
        _assertStream(token, 9, start + 100, start + 1000);
    }

    function testFuzz_AfterTheEnd(uint256 amount, uint256 duration, uint256 shares, uint256 over) external {
        amount = bound(amount, 1, MAX_INCOME);
        duration = bound(duration, 1, MAX_DURATION);
        shares = bound(shares, 0, MILLION - 1);
        over = bound(over, 0, MAX_DURATION);
        vm.deal(ada, amount);
        vm.prank(ada);
        token.transfer(ben, shares);
        _realizeOver(token, ada, amount, duration);
        skip(duration + over);

        _expectAccrued(token, _perShare(amount, MILLION), 0, MILLION);
        vm.prank(ada);
        token.transfer(cleo, 1);
        _assertStream(token, 0, block.timestamp, start + duration);
        uint256 paid = _claimIfDue(ada) + _claimIfDue(ben) + _claimIfDue(cleo);
        assertLe(paid, amount, "no more than was paid in");
        assertLe(amount - paid, 5, "a wei each holder and two for the transfer");
        assertEq(token.accounted(), amount - paid, "held as dust");
    }

    function test_AfterTheEnd_NothingAccrues() external {
        _realizeOver(token, ada, 10 ether, 100);
        skip(100);
        token.claim(ada);
        skip(1 days);
        vm.recordLogs();
        vm.prank(ada);
        token.transfer(ben, QUARTER);
        assertEq(_countOf(address(token), IEquityToken.Accrued.selector), 0, "nothing accrues");
        _assertStream(token, 0, start + 100, start + 100);
        assertEq(token.claimable(ada) + token.claimable(ben), 0, "nothing is due");
    }

    function _claimIfDue(address account) private returns (uint256) {
        return token.claimable(account) == 0 ? 0 : token.claim(account);
    }
}
