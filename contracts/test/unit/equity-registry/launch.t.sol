// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {ITextErrors} from "../../../src/interfaces/ITextErrors.sol";
import {HolderClass, TokenKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract LaunchTest is WeftTest {
    uint256 private constant MIN_SHARES = 1e15;
    uint256 private constant MAX_SHARES = type(uint96).max;

    function test_RevertWhen_CallerHasLaunchedBefore() external {
        PersonalToken token = _launch(ada, "ADA");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, ada, address(token)));
        registry.launch("Ada", "ADA2", MILLION, URI, true);
    }

    function test_RevertWhen_CallerHandedATokenOver() external {
        PersonalToken token = _launch(ada, "ADA");
        _handOver(token, ada, ben);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, ada, address(token)));
        registry.launch("Ada", "ADA2", MILLION, URI, true);
    }

    function test_RevertWhen_CallerTookATokenOver() external {
        PersonalToken token = _launch(ada, "ADA");
        _handOver(token, ada, ben);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, ben, address(token)));
        registry.launch("Ben", "BEN", MILLION, URI, true);
    }

    function test_RevertWhen_CallerHasPassedATokenOn() external {
        PersonalToken token = _launch(ada, "ADA");
        _handOver(token, ada, ben);
        _handOver(token, ben, cleo);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, ben, address(token)));
        registry.launch("Ben", "BEN", MILLION, URI, true);
    }

    function _handOver(PersonalToken token, address from, address to) private {
        vm.prank(from);
        token.transferPerson(to);
        vm.prank(to);
        token.acceptPerson(MILLION);
    }

    function test_RevertWhen_NameIsEmpty() external {
        vm.expectRevert(ITextErrors.TextEmpty.selector);
        registry.launch("", "ADA", MILLION, URI, true);
    }

    function test_RevertWhen_SymbolIsEmpty() external {
        vm.expectRevert(ITextErrors.TextEmpty.selector);
        registry.launch("Ada", "", MILLION, URI, true);
    }

    function test_RevertWhen_NameIsTooLong() external {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 65, 64));
        registry.launch(_text(65), "ADA", MILLION, URI, true);
    }

    function test_RevertWhen_SymbolIsTooLong() external {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 17, 16));
        registry.launch("Ada", _text(17), MILLION, URI, true);
    }

    function test_RevertWhen_NameChangesDirection() external {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, 3, 0x202e));
        registry.launch(string(abi.encodePacked("Ada", hex"e280ae", "nimda")), "ADA", MILLION, URI, true);
    }

    function test_RevertWhen_SymbolHasAControl() external {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextCharacterRefused.selector, 1, 0));
        registry.launch("Ada", string(hex"4100"), MILLION, URI, true);
    }

    function test_RevertWhen_MetadataIsTooLong() external {
        vm.expectRevert(abi.encodeWithSelector(ITextErrors.TextTooLong.selector, 8193, 8192));
        registry.launch("Ada", "ADA", MILLION, _text(8193), true);
    }

    function test_RevertWhen_SharesAreFewerThanTheMinimum() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 1e15 - 1, 1e15));
        registry.launch("Ada", "ADA", 1e15 - 1, URI, true);
    }

    function test_RevertWhen_SharesAreNone() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyBelowMinimum.selector, 0, 1e15));
        registry.launch("Ada", "ADA", 0, URI, true);
    }

    function test_RevertWhen_SharesAreMoreThanTheLimit() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SupplyAboveLimit.selector, 1 << 96, type(uint96).max));
        registry.launch("Ada", "ADA", 1 << 96, URI, true);
    }

    function test_Open() external {
        address predicted = registry.predictToken(ada, TokenKind.Personal, 0);
        assertFalse(registry.isEquityToken(predicted), "nothing there yet");

        vm.expectEmit(address(registry));
        emit IEquityRegistry.PersonalTokenLaunched(predicted, ada, unicode"Ada Łoś", "ADA", MILLION, URI, true);
        vm.expectEmit(predicted);
        emit IERC20.Transfer(address(0), ada, MILLION);
        vm.prank(ada);
        PersonalToken token = PersonalToken(payable(registry.launch(unicode"Ada Łoś", "ADA", MILLION, URI, true)));

        assertEq(address(token), predicted, "where it was predicted");
        assertTrue(registry.isEquityToken(address(token)), "registered");
        assertEq(uint8(registry.kindOf(address(token))), uint8(TokenKind.Personal), "registered kind");
        assertEq(registry.personalTokenOf(ada), address(token), "of its person");
        assertEq(uint8(token.kind()), uint8(TokenKind.Personal), "kind");
        assertEq(token.person(), ada, "person");
        assertEq(token.name(), unicode"Ada Łoś", "name");
        assertEq(token.symbol(), "ADA", "symbol");
        assertEq(token.decimals(), 18, "decimals");
        assertEq(token.contractURI(), URI, "metadata");
        assertEq(token.registry(), address(registry), "registry");
        assertEq(token.currency(), address(0), "currency");
        assertTrue(token.transfersOpen(), "open");
        assertEq(token.totalSupply(), MILLION, "supply");
        assertEq(token.eligibleSupply(), MILLION, "eligible supply");
        assertEq(token.balanceOf(ada), MILLION, "all to the person");
        assertEq(uint8(token.classOf(ada)), uint8(HolderClass.Wallet), "a wallet");
        assertEq(token.pendingPerson(), address(0), "offered to nobody");
        assertEq(token.accounted() + token.incomePerShare() + token.stream().left, 0, "no income");
        assertEq(token.realizationCount(), 0, "no gains");
    }

    function test_Closed() external {
        PersonalToken token = _launch(ada, "ADA", MILLION, false);
        assertFalse(token.transfersOpen(), "closed");
        assertFalse(token.isHolderApproved(ben), "nobody approved");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IPersonalToken.HolderNotApproved.selector, ben));
        token.transfer(ben, 1);
    }

    function testFuzz_SharesWithinTheLimits(uint256 shares) external {
        shares = bound(shares, MIN_SHARES, MAX_SHARES);
        PersonalToken token = _launch(ada, "ADA", shares, true);
        assertEq(token.totalSupply(), shares, "supply");
        assertEq(token.balanceOf(ada), shares, "all to the person");
    }

    function test_SharesAtTheLimits() external {
        assertEq(_launch(ada, "ADA", MIN_SHARES, true).totalSupply(), MIN_SHARES, "fewest");
        assertEq(_launch(ben, "BEN", MAX_SHARES, true).totalSupply(), MAX_SHARES, "most");
    }

    function test_TextsAtTheLimits() external {
        PersonalToken token = PersonalToken(payable(registry.launch(_text(64), _text(16), MILLION, _text(8192), true)));
        assertEq(token.name(), _text(64), "name");
        assertEq(token.symbol(), _text(16), "symbol");
        assertEq(token.contractURI(), _text(8192), "metadata");
    }
}
